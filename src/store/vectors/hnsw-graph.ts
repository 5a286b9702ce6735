// An empty graph, as it is built here.
import hnswlib from 'hnswlib-node';

/** Links a node keeps; more costs memory and finds more. */
const LINKS = 32;
/** Candidates weighed while a node is linked: build time against recall. */
const BUILD_CANDIDATES = 200;
const RANDOM_SEED = 7;

export type HnswGraph = hnswlib.HierarchicalNSW;

/** @param capacity nodes it has room for; it can be resized */
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
