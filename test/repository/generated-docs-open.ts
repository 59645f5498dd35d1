import { COLUMNS, type Json, OC4IDS_PROJECT, PHASES, SECTORS } from '#libs/contracts';
import { NOTE, table } from './generated-docs-tables.js';

const OC4IDS = `
Every project, or those of which anything was recorded since a position, as a project package of the [Open Contracting for Infrastructure Data Standard](https://standard.open-contracting.org/infrastructure/0.9.5/en/) 0.9.5:

\`\`\`sh
npx taizhang export oc4ids --out all.json                    # says the position at which it stands
npx taizhang export oc4ids --since 123456 --out changed.json # what changed since then
curl -H "Authorization: Bearer $TOKEN" "$URL/api/v1/exports/oc4ids?since=123456"  # the same; Taizhang-Position in the answer
\`\`\`

It is written as it is read, a page of projects in memory at a time. No project is older than the position that is said, so whoever asks again since that position misses nothing, and may get a project twice that did not change. Where nothing changed there is no package, since one holds at least one project: HTTP answers 204, the command writes no file. A position is one of this log: after a move to another cluster ask for all. That a unit was renamed changes no project.

Who publishes, and the prefix of the ids, come from \`TAIZHANG_PUBLISHER\` and \`TAIZHANG_OC4IDS_PREFIX\`; the standard's register gives out prefixes. A subscriber gets it if every type of \`project.*\`, \`plan.*\` and \`report.*\` is granted, and then the projects in which its units hold a place.

What is said is \`OC4IDS_PROJECT\` in \`libs/contracts/src/open/oc4ids-schema.ts\`, against which each project is held as it is written; one that does not conform breaks the transfer off. \`node dist/test/repository/check-oc4ids.js FOLDER\` holds a package of the example year against the standard's own \`project-schema.json\` and \`project-package-schema.json\` in that folder, which are not part of this repository.`;

const LOST = [
  '分 become 元: numbers with two decimals, exact below 70 万亿元 (2^46).',
  'Days become instants at +08:00: the first second of a day where something begins or was met, the last where it ends or is due.',
  'What held before: names, units, dates and amounts that were replaced, who recorded what when, corrections. The [feed](subscribers.md) has them.',
  'The plan category and the monthly targets; the year’s plan is a forecast, without preliminary projects.',
  'Blockers, lights, compliance, approvals, funding, documents: not public, or without a place in the standard.',
  'The start of tendering, from which the standard counts implementation: it is not recorded here, so that 计划新开工 is preparation to its end.',
  'Delisting from a plan, and what a project was merged into or split from.',
  'The name of a unit that is not registered; its id stays.',
];

export function oc4idsPage(): string {
  return [
    ...['# OC4IDS', NOTE, OC4IDS.trim(), '## Fields'],
    table(['field', 'says'], fieldsOf(OC4IDS_PROJECT.json)),
    '## Status',
    table(
      ['ours', 'theirs'],
      Object.entries(PHASES).map(([status, phase]) => [`\`${status}\``, `\`${phase}\``]),
    ),
    ...[
      '## Sector',
      'Codes of sectors are policy data. These have a code of the standard; any other is passed on as it is.',
    ],
    table(
      ['ours', 'theirs'],
      Object.entries(SECTORS).map(([sector, codes]) => [
        `\`${sector}\``,
        codes.map((code) => `\`${code}\``).join(', '),
      ]),
    ),
    ...['## What is lost', LOST.map((each) => `- ${each}`).join('\n')],
  ].join('\n\n');
}

/** The fields of a schema of which there is anything to say, those within others by their path. */
function fieldsOf({ properties }: Json, path = ''): string[][] {
  return Object.entries(properties as Readonly<Record<string, Json>>).flatMap(([name, schema]) => {
    const inner = (schema.items ?? schema) as Json;
    const at = `${path}${name}${schema.items ? '[]' : ''}`;
    const rows = inner.properties ? fieldsOf(inner, `${at}.`) : [];
    const says = String(schema.description ?? valuesOf(inner));
    return says === '' ? rows : [[`\`${at}\``, says], ...rows];
  });
}

const valuesOf = (schema: Json): string => ((schema.enum ?? []) as string[]).map((value) => `\`${value}\``).join(', ');

const OPEN_DATA = `
Every project as one row, with what everybody may know of it: \`npx taizhang export open-data --out FOLDER\` writes \`projects.csv\`, \`projects.jsonl\` and \`datapackage.json\`; \`GET /api/v1/exports/projects.csv\` and \`…/projects.jsonl\` have the same, with \`?since=<position>\` those that changed (as in [oc4ids.md](oc4ids.md)). The dictionary below is also at \`/api/datapackage.json\`, as a [Data Package](https://specs.frictionlessdata.io/data-package/) with Table Schema.

CSV is RFC 4180 in UTF-8 with a byte order mark. A text that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a carriage return has an apostrophe ahead of it, so that no spreadsheet takes it for a formula; JSON Lines has it as it is. Amounts are whole 分.`;

export const openDataPage = (): string =>
  [
    ...['# Open data', NOTE, OPEN_DATA.trim()],
    table(
      ['column', 'title', 'is', 'says'],
      COLUMNS.map(({ name, title, type, values, description }) => [
        ...[`\`${name}\``, title],
        values ? values.map((value) => `\`${value}\``).join(', ') : type,
        description,
      ]),
    ),
  ].join('\n\n');
