import { isDeepStrictEqual } from 'node:util';
import type { Leaf } from './leaf.js';
import { Malformed } from './note.js';
import { type Amounts, figureOf, isReckoned, Reckoning } from './reckoning.js';

/** What the first line of a bundle about one figure of a dashboard tells. */
export interface ToldFigure {
  readonly question: {
    /** YYYY-MM */
    readonly dashboard: string;
    /** JSON Pointer into the dashboard's figures, such as /construction. */
    readonly cell: string;
    readonly figure: string;
    /** YYYY-MM-DD, or null for the latest that is known. */
    readonly asOf: string | null;
  };
  readonly result: { readonly amounts: Amounts; readonly value: number | null };
  /** What each project adds, and the leaves that made it so; those that add nothing are left out. */
  readonly contributions: readonly {
    readonly project: string;
    readonly amounts: Amounts;
    readonly events: readonly { readonly leaf: number; readonly amounts: Amounts }[];
  }[];
}

/** A figure that was found right. */
export interface FigureVerdict extends Pick<ToldFigure, 'question' | 'result'> {
  readonly projects: number;
  /** Whether each project's part was reckoned anew from its events; otherwise the parts were only added up. */
  readonly reckoned: boolean;
}

export const isAboutFigure = (told: object): told is ToldFigure =>
  typeof (told as Partial<ToldFigure>).question?.dashboard === 'string';

/** Follows the events of a bundle, all of which were found sound, and then says whether they make the figure. */
export class FigureCheck {
  private readonly reckoning: Reckoning;
  private readonly plan: string;
  private readonly streams = new Map<number, string>();

  constructor(private readonly told: ToldFigure) {
    const { question, result, contributions } = told;
    const { dashboard, cell, figure, asOf } = question;
    const isDay = asOf === null || /^\d{4}-\d\d-\d\d$/.test(asOf);
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(dashboard) || typeof cell !== 'string' || typeof figure !== 'string' || !isDay)
      throw new Malformed('the question about a figure is incomplete');
    if (!isAmounts(result?.amounts) || !Array.isArray(contributions) || !contributions.every(isPart))
      throw new Malformed('what is told of the figure is incomplete');
    this.plan = `plan-${dashboard.slice(0, 4)}`;
    this.reckoning = new Reckoning(Number(dashboard.slice(0, 4)));
  }

  see(leaf: Leaf, index: number): void {
    this.streams.set(index, leaf.stream);
    this.reckoning.see(leaf);
  }

  /** Throws `Malformed` with the first thing that is wrong. */
  verdict(): FigureVerdict {
    const { question, result, contributions } = this.told;
    const { dashboard: month, cell, figure, asOf } = question;
    const [named, streams] = [new Set(this.reckoning.named), new Set(this.streams.values())];
    for (const project of named)
      if (!streams.has(`project-${project}`))
        throw new Malformed(`${this.plan} names project ${project}, whose events are missing`);

    const told = new Map(contributions.map((each) => [each.project, each]));
    if (told.size !== contributions.length) throw new Malformed('a project contributes twice');
    let sum: Amounts = {};
    for (const { project, amounts, events } of told.values()) {
      if (!named.has(project)) throw new Malformed(`${this.plan} does not name project ${project}, which contributes`);
      const away = events.find(({ leaf }) => ![`project-${project}`, this.plan].includes(this.streams.get(leaf) ?? ''));
      if (away) throw new Malformed(`leaf ${away.leaf}, by which project ${project} contributes, is missing`);
      const made = events.reduce<Amounts>((all, event) => plus(all, event.amounts), {});
      if (!isSame(made, amounts))
        throw new Malformed(`the events of project ${project} make ${print(made)}, told is ${print(amounts)}`);
      sum = plus(sum, amounts);
    }

    const reckoned = isReckoned(cell, figure);
    for (const project of reckoned ? named : []) {
      const by = this.reckoning.amountsOf(project, { month, cell, figure, asOf });
      const amounts = told.get(project)?.amounts ?? {};
      if (!isSame(by, amounts))
        throw new Malformed(`project ${project} adds ${print(by)} by its events, told is ${print(amounts)}`);
    }
    if (!isSame(sum, result.amounts))
      throw new Malformed(`the parts sum to ${print(sum)}, told is ${print(result.amounts)}`);
    const value = figureOf(figure, month, result.amounts);
    if (value !== result.value) throw new Malformed(`the figure is ${value}, told is ${result.value}`);
    return { question, result, projects: named.size, reckoned };
  }
}

const isAmounts = (told: unknown): boolean =>
  typeof told === 'object' && told !== null && Object.values(told).every((amount) => typeof amount === 'number');

function isPart(told: Partial<ToldFigure['contributions'][number]> | null): boolean {
  const isWhole = typeof told?.project === 'string' && isAmounts(told.amounts) && Array.isArray(told.events);
  return isWhole && told.events!.every((event) => typeof event?.leaf === 'number' && isAmounts(event.amounts));
}

/** What was found, for people. */
export function figureLine({ question, result, projects, reckoned }: FigureVerdict): string {
  const { dashboard, cell, figure, asOf } = question;
  const how = reckoned ? 'reckoned anew from the events of' : 'summed, NOT reckoned anew, over what is told of';
  return `${figure} of ${cell} in ${dashboard}${asOf === null ? '' : ` as of ${asOf}`}: ${result.value}, ${how} ${projects} projects`;
}

function plus(a: Amounts, b: Amounts): Amounts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}

/** A number that is not there is nothing. */
const isSame = (a: Amounts, b: Amounts): boolean => isDeepStrictEqual(nonZero(a), nonZero(b));
const nonZero = (amounts: Amounts) => new Map(Object.entries(amounts).filter(([, amount]) => amount !== 0));
const print = (amounts: Amounts): string =>
  Object.entries(amounts)
    .map(([name, amount]) => `${name} ${amount}`)
    .join(', ') || 'nothing';
