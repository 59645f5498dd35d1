import { type OutlineCommand, outlineStream } from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Id, Nested, Text, Whole } from '../http/fields.js';

export class ListOutlineItemBody implements BodyOf<OutlineCommand, 'ListOutlineItem'> {
  @Text(300) title: string;
  @Whole(2000, 2100) fromYear: number;
  @Whole(2000, 2100) throughYear: number;
  @Id() leadUnit: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class TraceProjectBody implements BodyOf<OutlineCommand, 'TraceProject'> {
  @Id() project: string;
}

export class UntraceProjectBody implements BodyOf<OutlineCommand, 'UntraceProject'> {
  @Id() project: string;
  @Text() reason: string;
}

const OUTLINE_ROUTES: CommandRoutes<OutlineCommand> = {
  ListOutlineItem: { path: '', body: ListOutlineItemBody, creates: { name: 'item', at: '/api/v1/outline/{id}' } },
  TraceProject: { path: ':id/trace-project', body: TraceProjectBody },
  UntraceProject: { path: ':id/untrace-project', body: UntraceProjectBody },
};

/** 十四五纲要: items that are listed and traced to projects. */
export const OUTLINE_COMMANDS = [
  commandController({ path: 'outline', tag: 'outline', key: 'id', stream: outlineStream }, OUTLINE_ROUTES),
];
