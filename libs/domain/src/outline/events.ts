import type { DocumentRef } from '../facts.js';
import type { Event } from '../shapes.js';

export type OutlineEvent =
  /** 事项化: an item of the five-year outline was listed, with the years that it is for and the unit that leads it. */
  | Event<
      'OutlineItemListed',
      { title: string; fromYear: number; throughYear: number; leadUnit: string; document: DocumentRef }
    >
  /** 项目化: a project was found to carry out the item. */
  | Event<'ProjectTraced', { project: string }>
  /** A project no longer stands for the item. */
  | Event<'ProjectUntraced', { project: string; reason: string }>;
