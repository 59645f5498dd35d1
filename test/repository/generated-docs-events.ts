import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { type AnyView, idOf, type Recorded } from '#libs/event-sourcing/pure';
import { VIEWS } from '#libs/read-models';
import { NOTE } from './generated-docs-tables.js';
import { repository } from './generated-docs-place.js';

/** Where the events of each kind of stream are declared; they are types, so the compiler is asked. */
const SOURCES = [
  { kind: 'project', file: 'libs/domain/src/project/events.ts', name: 'ProjectEvent', stream: 'project-2022-05-01' },
  { kind: 'plan', file: 'libs/domain/src/plan/events.ts', name: 'PlanEvent', stream: 'plan-2022' },
  { kind: 'pool', file: 'libs/domain/src/pool/events.ts', name: 'PoolEvent', stream: 'pool-2022-05-01' },
  { kind: 'policy', file: 'libs/domain/src/policy/policy.ts', name: 'PolicyAdopted', stream: 'policy-calendar' },
  { kind: 'unit', file: 'libs/domain/src/unit/events.ts', name: 'UnitEvent', stream: 'unit-2022-05-01' },
  {
    kind: 'group',
    file: 'libs/domain/src/leading-group/events.ts',
    name: 'LeadingGroupEvent',
    stream: 'group-leading',
  },
];

const VIEW_FILES: Readonly<Record<string, string>> = {
  'project-cards': 'project-card',
  'list-rows': 'lists',
  plans: 'plans',
  compliance: 'compliance',
  blockers: 'blockers',
  deadlines: 'deadlines',
  units: 'units',
  'leading-group': 'leading-group',
};

interface Described {
  readonly type: string;
  readonly comment: string;
  readonly fields: readonly string[];
  readonly sample: Recorded;
}

export function eventsPage(): string {
  const program = programOf(SOURCES.map(({ file }) => join(repository, file)));
  const parts = ['# Events', NOTE, INTRODUCTION];
  for (const source of SOURCES) {
    const events = eventsOf(program, source);
    const [registered] = events;
    parts.push(`## ${source.kind}`, `Declared in \`${source.file}\`.`);
    for (const event of events) {
      const views = VIEWS.filter((view) => handles(view, event, registered)).map(({ name }) => `\`${name}\``);
      parts.push(`### ${event.type}`, event.comment, event.fields.map((field) => `- ${field}`).join('\n'));
      parts.push(views.length > 0 ? `Views: ${views.join(', ')}.` : 'No view; it serves deciding only.');
    }
  }
  return parts.join('\n\n');
}

const INTRODUCTION =
  'Each kind of stream and the events in it: what one says, its data, and the views whose documents follow it. Amounts are integers in 分, days `YYYY-MM-DD`, instants RFC 3339 in UTC. The log keeps beside the data who acted, `recordedAt`, the command id and the hash of its body, correlation, causation and the schema version (`EventMetadata` in `libs/event-sourcing/src/event.ts`).';

function programOf(files: string[]): ts.Program {
  const read = ts.readConfigFile(join(repository, 'tsconfig.json'), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, repository);
  return ts.createProgram(files, { ...options, types: [] });
}

function eventsOf(program: ts.Program, { file, name, stream }: (typeof SOURCES)[number]): Described[] {
  const source = program.getSourceFile(join(repository, file))!;
  const checker = program.getTypeChecker();
  const declared = source.statements.find(
    (node): node is ts.TypeAliasDeclaration | ts.InterfaceDeclaration =>
      (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name.text === name,
  )!;
  const members =
    ts.isTypeAliasDeclaration(declared) && ts.isUnionTypeNode(declared.type) ? [...declared.type.types] : [declared];
  return members.map((node, index) => {
    const from = index > 0 ? members[index - 1]!.end : node.pos;
    // The comment stands ahead of the bar, which is no part of the member.
    const ahead = source.text.slice(
      node === declared ? node.pos : Math.min(from, node.pos - 200),
      node.getStart(source),
    );
    const found = [...ahead.matchAll(/\/\*\*([\s\S]*?)\*\//g)].at(-1);
    const type = checker.getTypeAtLocation(node);
    const data = propertyOf(checker, type, 'data', source);
    const typeName = (propertyOf(checker, type, 'type', source) as ts.StringLiteralType).value;
    if (!found) throw new Error(`${file}: ${typeName} has no comment`);
    return {
      type: typeName,
      comment: found[1]!.replace(/\s*\n\s*\*\s*/g, ' ').trim(),
      fields: checker.getPropertiesOfType(data).map((field) => fieldLine(checker, field, source)),
      sample: recorded(typeName, sampleOf(checker, data, source) as object, stream),
    };
  });
}

const propertyOf = (checker: ts.TypeChecker, type: ts.Type, name: string, at: ts.Node): ts.Type =>
  checker.getTypeOfSymbolAtLocation(checker.getPropertyOfType(type, name)!, at);

function fieldLine(checker: ts.TypeChecker, field: ts.Symbol, at: ts.Node): string {
  const type = checker.typeToString(
    checker.getTypeOfSymbolAtLocation(field, at),
    at,
    ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope,
  );
  const comment = ts.displayPartsToString(field.getDocumentationComment(checker)).replace(/\s*\n\s*/g, ' ');
  return `\`${field.name}\`: \`${type}\`${comment ? `. ${comment}` : ''}`;
}

/** A value of a type, so that a view can be asked what it does with such an event. */
function sampleOf(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): unknown {
  if (type.isUnion())
    return sampleOf(
      checker,
      type.types.find((one) => !(one.flags & ts.TypeFlags.Null))!,
      at,
    );
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  if (type.flags & ts.TypeFlags.StringLike) return '2022-05-01';
  if (type.flags & ts.TypeFlags.NumberLike) return 2022;
  if (type.flags & ts.TypeFlags.BooleanLike) return true;
  if (checker.isArrayType(type)) return [sampleOf(checker, checker.getTypeArguments(type as ts.TypeReference)[0]!, at)];
  return Object.fromEntries(
    checker.getPropertiesOfType(type).map((property) => {
      const inner = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, at));
      return [property.name, sampleOf(checker, inner, at)];
    }),
  );
}

function recorded(type: string, data: object, stream: string): Recorded {
  const metadata = {
    actor: { id: 'person', role: 'LG_OFFICE', unit: null },
    recordedAt: '2022-05-01T00:00:00.000Z',
    ...{ commandId: 'command', bodyHash: '', schema: 1, $correlationId: '', $causationId: '' },
  };
  return { type, data, id: 'event', stream, revision: 1, position: 1, metadata };
}

/** A view handles an event that gives it a key and that it names, or that moves a document which it lets the decider fold. */
function handles(view: AnyView, { type, sample }: Described, registered: Described | undefined): boolean {
  if (view.keys(sample).length === 0) return false;
  const source = readFileSync(join(repository, 'libs/read-models/src', VIEW_FILES[view.name]!, 'view.ts'), 'utf8');
  if (source.includes(`'${type}'`)) return true;
  if (!source.includes('Decider.evolve') || !registered) return false;
  const key = idOf(sample.stream);
  const before = view.evolve(null, registered.sample, key) as object;
  return JSON.stringify(view.evolve(before, { ...sample, revision: 2 }, key)) !== JSON.stringify(before);
}
