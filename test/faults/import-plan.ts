import { setTimeout as pause } from 'node:timers/promises';
import type { PlanCommand, ProjectCommand } from '#libs/domain';
import { type Actor, bodyHashOf, derivedId, type Envelope, type Outcome, Refusal } from '#libs/event-sourcing';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { DOCUMENT } from '../../libs/domain/src/testing.js';

export const YEAR = 2022;
const PROJECTS = 14;
const PATIENCE = 60_000;
const ACTOR: Actor = { id: 'faults', role: 'LG_OFFICE', unit: null };
const SECTORS = ['transport', 'water', 'education'];
const NOTHING = { count: 0, totalInvestment: 0, annualInvestment: 0 };

type Send = (envelope: Envelope) => Promise<Outcome>;

/** A plan whose figures never rest: its projects come and go, start, stop and change their sector until told to end. */
export class MovingPlan {
  private sent = 0;
  refused = 0;

  constructor(
    private readonly seed: string,
    private readonly send: Send,
    private readonly random: () => number,
  ) {}

  async run(ended: () => boolean): Promise<void> {
    const projects = Array.from({ length: PROJECTS }, (_, n) => derivedId('faults', this.seed, String(n)));
    await this.plan({ type: 'DraftPlan', declared: { construction: NOTHING, preliminary: NOTHING } });
    for (const [index, project] of projects.entries()) {
      await this.project(project, this.registration(index));
      await this.plan(this.inclusion(project));
    }
    while (!ended()) {
      await this.move(this.oneOf(projects));
      await pause(this.random() * 60);
    }
  }

  private async move(project: string): Promise<void> {
    const occurredOn = `${YEAR}-0${1 + Math.floor(this.random() * 9)}-15`;
    switch (Math.floor(this.random() * 6)) {
      case 0:
        return this.plan({ type: 'RemoveProject', project });
      case 1:
      case 2:
        return this.plan(this.inclusion(project));
      case 3:
        return this.project(project, { type: 'RecordCommencement', occurredOn, document: DOCUMENT });
      case 4:
        return this.project(
          project,
          this.random() < 0.5
            ? { type: 'Suspend', occurredOn, reason: 'example' }
            : { type: 'Resume', occurredOn, document: null },
        );
      default:
        return this.project(project, {
          type: 'ChangeDetails',
          occurredOn,
          changes: { sector: this.oneOf(SECTORS) },
        });
    }
  }

  private registration(index: number): ProjectCommand {
    const details = {
      name: `示例项目${index}`,
      description: null,
      sector: this.oneOf(SECTORS),
      town: null,
      nature: 'NEW' as const,
      investmentType: 'GOVERNMENT' as const,
      managingUnit: null,
      clientUnit: null,
      landArea: null,
      remark: null,
    };
    const status = index % 4 === 0 ? 'PRELIMINARY' : 'PLANNED_START';
    return {
      type: 'RegisterProject',
      occurredOn: `${YEAR}-01-01`,
      details,
      status,
      currency: 'CNY',
      programme: null,
    };
  }

  private inclusion(project: string): PlanCommand {
    const annualInvestment = 1 + Math.floor(this.random() * 1_000_000);
    return {
      type: 'IncludeProject',
      project,
      category: 'NEW_START',
      totalInvestment: annualInvestment * 3,
      annualInvestment,
      monthlyTargets: [...Array.from({ length: 11 }, () => 0), annualInvestment],
    };
  }

  private plan = (command: PlanCommand): Promise<void> => this.ask(`plan-${YEAR}`, command);
  private project = (id: string, command: ProjectCommand): Promise<void> => this.ask(`project-${id}`, command);

  private async ask(stream: string, command: PlanCommand | ProjectCommand): Promise<void> {
    const commandId = derivedId('faults-command', this.seed, String(this.sent++));
    const envelope = {
      stream,
      command,
      actor: ACTOR,
      commandId,
      bodyHash: bodyHashOf(command),
      correlationId: commandId,
    };
    try {
      await patiently(PATIENCE, () => this.send(envelope));
    } catch (error) {
      // Not every random step is possible where the project stands.
      if (!(error instanceof Refusal)) throw error;
      this.refused++;
    }
  }

  private oneOf<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)]!;
  }
}
