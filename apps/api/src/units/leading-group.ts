import { LEADING_GROUP_STREAM, type LeadingGroupCommand } from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Day, Id, Nested, Text, Texts } from '../http/fields.js';
import { EdgeProblem } from '../http/problems.js';

export class FormLeadingGroupBody implements BodyOf<LeadingGroupCommand, 'FormLeadingGroup'> {
  @Day() occurredOn: string;
  @Id() leader: string;
  @Id() office: string;
  @Texts(200, 64) members: string[];
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class FormProjectGroupBody implements Omit<BodyOf<LeadingGroupCommand, 'FormProjectGroup'>, 'group'> {
  @Day() occurredOn: string;
  @Text(200) name: string;
  @Texts(200, 64) members: string[];
  @Nested(() => DocumentBody) document: DocumentBody;
}

/** When something ended, and the paper behind it. */
export class EndedBody {
  @Day() occurredOn: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class AssignLeaderPortfolioBody implements Omit<BodyOf<LeadingGroupCommand, 'AssignLeaderPortfolio'>, 'leader'> {
  @Day() occurredOn: string;
  @Texts(100, 64) sectors: string[];
  @Texts(200, 64) units: string[];
  @Nested(() => DocumentBody) document: DocumentBody;
}

const LEADING_GROUP_ROUTES: CommandRoutes<LeadingGroupCommand> = {
  FormLeadingGroup: { path: ':id/form', body: FormLeadingGroupBody },
  FormProjectGroup: { path: ':id/project-groups/:group/form', body: FormProjectGroupBody },
  DissolveProjectGroup: { path: ':id/project-groups/:group/dissolve', body: EndedBody },
  AssignLeaderPortfolio: { path: ':id/portfolios/:leader/assign', body: AssignLeaderPortfolioBody },
  EndLeaderPortfolio: { path: ':id/portfolios/:leader/end', body: EndedBody },
};

/** `groups/leading`: the leading group, its project groups, and its leaders' portfolios. */
export const LEADING_GROUP_COMMANDS = [
  commandController({ path: 'groups', tag: 'groups', key: 'id', stream: streamOfGroup }, LEADING_GROUP_ROUTES),
];

function streamOfGroup(group: string): string {
  if (`group-${group}` !== LEADING_GROUP_STREAM) throw new EdgeProblem('NOT_FOUND');
  return LEADING_GROUP_STREAM;
}
