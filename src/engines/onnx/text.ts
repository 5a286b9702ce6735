// Everything that local models say to people.

export const ONNX_TEXT = {
  noRuntime: (platform: string, reason: string) => ({
    message: `ONNX Runtime, which runs local models, doesn't work here (${platform}: ${reason}).`,
    advice:
      'Footnote works without it, and compares words instead. docs/hosting.md lists the platforms it supports.',
  }),
  cannotOpen: (file: string, reason: string) => ({
    message: `Can't open the model ${file} (${reason}).`,
    advice: 'Check that the file is a complete ONNX model. If it came with Footnote, install Footnote again.',
  }),
  cannotRun: (file: string, reason: string) => ({
    message: `The model ${file} failed (${reason}).`,
    advice: 'If this keeps happening, check how much memory is free.',
  }),
  noModel: (folder: string, exists: boolean) => ({
    message: exists
      ? `There is no .onnx file in ${folder} or its onnx subfolder.`
      : `The model folder ${folder} doesn't exist.`,
    advice:
      'Set EMBEDDING_MODEL to onnx: and the folder of a sentence-transformers model. docs/models.md explains how.',
  }),
  noVectors: 'it has no output for token vectors',
} as const;
