export * from './bundle.js';
export * from './checkpoint.js';
export { figureLine, type FigureVerdict, isAboutFigure, type ToldFigure } from './figure.js';
export * from './hash.js';
export type { Leaf } from './leaf.js';
export * from './lines.js';
export * from './merkle.js';
export * from './note.js';
export { type Amounts, isReckoned, projectsNamedIn } from './reckoning.js';
