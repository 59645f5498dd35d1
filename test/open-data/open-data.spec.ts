import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  COLUMNS,
  csvOf,
  dataPackage,
  jsonLinesOf,
  oc4idsPackage,
  oc4idsProject,
  type Oc4idsProject,
  type OpenProject,
  yuan,
} from '#libs/contracts';
import { CATEGORIES, INVESTMENT_TYPES, MILESTONES, NATURES, STATUSES } from '#libs/domain';
import { expectValid } from './checks.js';
import { whole } from './played.js';

const publisher = { name: '示例区', prefix: 'oc4ids-example' };
const head = { uri: 'urn:taizhang:oc4ids:1', publishedDate: '2022-12-31T10:00:00+08:00', publisher };
const packageOf = (of: readonly OpenProject[]) => whole((each) => oc4idsPackage(head, each), of);

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const amount = fc.integer({ min: -(2 ** 46) * 100 + 1, max: 2 ** 46 * 100 - 1 });
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('=1+1', '+86', '-2', '@cmd', '\t=1', '甲,乙', '"引"', '第一行\r\n第二行', "'单引"),
);
const unit = fc.record({ id: fc.constantFrom('u1', 'u2', 'u3'), name: orNull(text) });
const anyProject: fc.Arbitrary<OpenProject> = fc.record({
  id: fc.uuid(),
  code: orNull(fc.constant('2204-500109-04-01-123456')),
  ...{ name: orNull(text), sector: orNull(fc.constantFrom('TRANSPORT', 'TOURISM', 'OTHER-1')), town: orNull(text) },
  ...{ nature: orNull(fc.constantFrom(...NATURES)), investmentType: orNull(fc.constantFrom(...INVESTMENT_TYPES)) },
  currency: fc.constantFrom('CNY', 'USD'),
  totalInvestment: orNull(amount),
  statuses: fc
    .uniqueArray(day, { maxLength: 6 })
    .chain((days) =>
      fc.tuple(...days.sort().map((on) => fc.constantFrom(...STATUSES).map((status) => ({ on, status })))),
    ),
  ...{ responsibleUnit: orNull(unit), legalEntity: orNull(unit), leadAuthority: orNull(unit) },
  supportingUnits: fc.uniqueArray(unit, { selector: ({ id }) => id, maxLength: 3 }),
  milestones: fc
    .subarray([...MILESTONES])
    .chain((each) => fc.tuple(...each.map((milestone) => day.map((plannedOn) => ({ milestone, plannedOn }))))),
  plans: fc.subarray([2022, 2023, 2024]).chain((years) =>
    fc.tuple(
      ...years.map((year) =>
        fc.record({
          year: fc.constant(year),
          category: fc.constantFrom(...CATEGORIES),
          annualInvestment: amount,
          completed: amount,
        }),
      ),
    ),
  ),
  months: fc
    .subarray(['2022-01', '2022-02', '2024-02'])
    .chain((months) => fc.tuple(...months.map((month) => amount.map((each) => ({ month, amount: each }))))),
});

describe('an OC4IDS package', () => {
  it('has every project in its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyProject, { minLength: 1, maxLength: 5 }), async (projects) => {
        const { projects: packed, ...rest } = JSON.parse(await packageOf(projects)) as { projects: Oc4idsProject[] };
        expect(rest).toEqual({ ...head, version: '0.9', publisher: { name: '示例区' } });
        expect(packed).toEqual(projects.map((project) => oc4idsProject(project, publisher.prefix)));
      }),
    );
  });

  it('is none where there is no project', async () => {
    expect(await packageOf([])).toBe('');
  });
});

describe('a project', () => {
  it('is valid OC4IDS whatever is known of it, with its amounts to the 分', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const made = oc4idsProject(project, 'x');
        expectValid(made);
        const written = JSON.stringify(made.budget?.amount.amount);
        if (project.totalInvestment !== null) expect(fenIn(written)).toBe(BigInt(project.totalInvestment));
      }),
      { numRuns: 500 },
    );
  });

  it('has amounts whose digits are those of the 分', () => {
    fc.assert(
      fc.property(amount, (fen) => expect(fenIn(JSON.stringify(yuan(fen)))).toBe(BigInt(fen))),
      { numRuns: 10_000 },
    );
  });
});

/** The digits of a decimal number in JSON, in hundredths. */
function fenIn(text: string): bigint {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)!;
  return BigInt(`${sign}${whole}${part.padEnd(2, '0')}`);
}

describe('the open data', () => {
  const rowsOf = async (of: readonly OpenProject[]) => {
    const lines = (await whole(jsonLinesOf, of)).split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Record<string, string | number | null>);
  };

  it('is the same in both forms, and no cell of it is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyProject, { maxLength: 5 }), async (of) => {
        const csv = await whole(csvOf, of);
        const cells = parse(csv, { bom: true, record_delimiter: '\r\n' }) as string[][];
        const rows = await rowsOf(of);
        expect(cells[0]).toEqual(COLUMNS.map(({ name }) => name));
        expect(cells).toHaveLength(rows.length + 1);
        rows.forEach((row, at) =>
          COLUMNS.forEach(({ name, type }, column) => {
            const cell = cells[at + 1]![column]!;
            if (type === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r]/);
            const value = row[name]!;
            const guarded = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
            expect(cell).toBe(guarded);
          }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is as its data dictionary says', async () => {
    const projects = fc.sample(anyProject, 300);
    const { resources } = dataPackage() as { resources: { schema: { fields: Field[] } }[] };
    for (const { schema } of resources)
      for (const row of await rowsOf(projects)) {
        expect(Object.keys(row)).toEqual(schema.fields.map(({ name }) => name));
        for (const { name, type, constraints } of schema.fields) {
          const value = row[name]!;
          if (value === null) expect([name, constraints.required]).toEqual([name, undefined]);
          else expect(`${name} ${String(value)}`).toMatch(FORMS[type]);
          if (value !== null && constraints.enum) expect(constraints.enum).toContain(value);
        }
      }
  });
});

interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'year' | 'date';
  readonly constraints: { readonly required?: true; readonly enum?: readonly string[] };
}
const FORMS = { string: /^\w+ ./s, integer: /^\w+ -?\d+$/, year: /^\w+ \d{4}$/, date: /^\w+ \d{4}-\d\d-\d\d$/ };
