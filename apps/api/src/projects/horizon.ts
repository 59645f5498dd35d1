import { type Horizon, type HorizonCommand, HORIZONS } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Nested } from '../http/fields.js';

export class PromoteProjectBody implements BodyOf<HorizonCommand, 'PromoteProject'> {
  @Choice(HORIZONS) to: Horizon;
  @Nested(() => DocumentBody) document: DocumentBody;
}

/** An outline item enters its projects by itself. */
export const HORIZON_ROUTES: CommandRoutes<Extract<HorizonCommand, { type: 'PromoteProject' }>> = {
  PromoteProject: { path: ':id/promote', body: PromoteProjectBody, ifMatch: true },
};
