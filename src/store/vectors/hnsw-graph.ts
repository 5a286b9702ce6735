// Creates an empty HNSW graph with our parameters.
import hnswlib from 'hnswlib-node';

/** Links per node. More links cost memory and improve recall. */
const LINKS = 32;
/** Candidates considered when a node is linked. More of them slow the build and improve recall. */
const BUILD_CANDIDATES = 200;
const RANDOM_SEED = 7;

export type HnswGraph = hnswlib.HierarchicalNSW;

/** @param capacity number of nodes it has room for; it can be resized */
export function createHnswGraph(dimensions: number, capacity: number): HnswGraph {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex({
    maxElements: capacity,
    m: LINKS,
    efConstruction: BUILD_CANDIDATES,
    randomSeed: RANDOM_SEED,
  });
  return graph;
}
