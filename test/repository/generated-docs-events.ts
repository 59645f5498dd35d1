import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { type AnyView, type Recorded } from '#libs/event-sourcing/pure';
import { VIEWS } from '#libs/read-models';
import { NOTE } from './generated-docs-tables.js';
import { repository } from './generated-docs-place.js';

const DOMAIN = join(repository, 'libs/domain/src');
const VIEWS_FOLDER = join(repository, 'libs/read-models/src');

const filesUnder = (folder: string, name: RegExp): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((file) => name.test(file)).sort();

/** Events are types, so the compiler is asked for what each part of the domain declares. */
const SOURCES = [...filesUnder(DOMAIN, /(?:^|\/)events\.ts$/), 'policy/policy.ts'].map((file) => ({
  file: `libs/domain/src/${file}`,
  part: dirname(file),
  // Corrections are of a project's facts.
  stream: `${file.split('/')[0]!.replace('corrections', 'project')}-${file.startsWith('plan/') ? '2022' : '2022-05-01'}`,
}));

/** The source of each view, by the view's name. */
const VIEW_SOURCES = new Map(
  filesUnder(VIEWS_FOLDER, /(?:^|\/)view\.ts$/).map((file) => {
    const source = readFileSync(join(VIEWS_FOLDER, file), 'utf8');
    return [/^  name: '([^']+)'/m.exec(source)![1]!, source];
  }),
);

interface Described {
  readonly type: string;
  readonly comment: string;
  readonly fields: readonly string[];
  readonly sample: Recorded;
}

export function eventsPage(): string {
  const program = programOf(SOURCES.map(({ file }) => join(repository, file)));
  const sources = SOURCES.map((source) => ({ ...source, events: eventsOf(program, source) }));
  const registered = sources.flatMap(({ events }) => events).find(({ type }) => type === 'ProjectRegistered');
  const parts = ['# Events', NOTE, INTRODUCTION];
  for (const { part, file, events } of sources) {
    if (events.length === 0) continue;
    parts.push(`## ${part}`, `Declared in \`${file}\`.`);
    for (const event of events) {
      const views = VIEWS.filter((view) =>
        handles(view, event, event.sample.stream.startsWith('project-') ? registered : events[0]),
      ).map(({ name }) => `\`${name}\``);
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

function eventsOf(program: ts.Program, { file, stream }: (typeof SOURCES)[number]): Described[] {
  const source = program.getSourceFile(join(repository, file))!;
  return source.statements
    .filter((node) => ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node))
    .filter((node) => node.name.text === 'PolicyAdopted' || (/.Event$/.test(node.name.text) && !isOfParts(node)))
    .flatMap((declared) => membersOf(declared, program.getTypeChecker(), source, stream));
}

/** A union of the parts' unions, whose events are described where they are declared. */
const isOfParts = (node: ts.TypeAliasDeclaration | ts.InterfaceDeclaration): boolean =>
  ts.isTypeAliasDeclaration(node) &&
  ts.isUnionTypeNode(node.type) &&
  node.type.types.every((type) => ts.isTypeReferenceNode(type) && type.typeArguments === undefined);

function membersOf(
  declared: ts.TypeAliasDeclaration | ts.InterfaceDeclaration,
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  stream: string,
): Described[] {
  const shape = ts.isTypeAliasDeclaration(declared) ? declared.type : declared;
  const members = ts.isUnionTypeNode(shape) ? [...shape.types] : [shape];
  return members.map((node, index) => {
    // The comment stands ahead of the bar, or of the whole declaration, which is no part of the member.
    const from = index > 0 ? members[index - 1]!.end : declared.pos;
    const ahead = source.text.slice(from, node.getStart(source));
    const found = [...ahead.matchAll(/\/\*\*([\s\S]*?)\*\//g)].at(-1);
    const type = checker.getTypeAtLocation(node);
    const data = propertyOf(checker, type, 'data', source);
    const typeName = (propertyOf(checker, type, 'type', source) as ts.StringLiteralType).value;
    if (!found) throw new Error(`${source.fileName}: ${typeName} has no comment`);
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
  const [key] = view.keys(sample);
  if (key === undefined) return false;
  const source = VIEW_SOURCES.get(view.name)!;
  if (source.includes(`'${type}'`)) return true;
  if (!source.includes('Decider.evolve') || !registered) return false;
  const before = view.evolve(null, registered.sample, key) as object;
  try {
    return JSON.stringify(view.evolve(before, { ...sample, revision: 2 }, key)) !== JSON.stringify(before);
  } catch {
    // A correction is folded as the event that it names, and what the sample names is made up.
    return true;
  }
}
