import { CATEGORIES, type Category, type ControlTotals, type DraftCommand, type PlanEntry } from '#libs/domain';
import { Amount, Choice, Id, Nested, Text, Whole } from '../http/fields.js';
import type { CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { MonthlyTargets } from './targets.js';

export class ConstructionTotalsBody {
  @Whole(0, 100_000) count: number;
  @Amount() totalInvestment: number;
  @Amount() annualInvestment: number;
}

export class PreliminaryTotalsBody {
  @Whole(0, 100_000) count: number;
  @Amount() totalInvestment: number;
}

export class ControlTotalsBody implements ControlTotals {
  @Nested(() => ConstructionTotalsBody) construction: ConstructionTotalsBody;
  @Nested(() => PreliminaryTotalsBody) preliminary: PreliminaryTotalsBody;
}

export class DraftPlanBody {
  @Whole(2000, 2100) year: number;
  @Nested(() => ControlTotalsBody) declared: ControlTotalsBody;
}

export class IncludeProjectBody implements PlanEntry {
  @Id() project: string;
  @Choice(CATEGORIES) category: Category;
  @Amount() totalInvestment: number;
  @Amount() annualInvestment: number;

  @MonthlyTargets(12) monthlyTargets: number[] | null = null;
}

export class RemoveProjectBody {
  @Id() project: string;
}

export class PublishPlanBody {
  @Text(200) approvedBy: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const DRAFT_ROUTES: CommandRoutes<DraftCommand> = {
  DraftPlan: { path: '', body: DraftPlanBody, creates: { at: '/api/v1/plans/{id}' } },
  IncludeProject: { path: ':year/include-project', body: IncludeProjectBody, ifMatch: true },
  RemoveProject: { path: ':year/remove-project', body: RemoveProjectBody, ifMatch: true },
  PublishPlan: { path: ':year/publish', body: PublishPlanBody, ifMatch: true },
};
