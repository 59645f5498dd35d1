import type { Actor } from '#libs/event-sourcing/pure';
import fc from 'fast-check';
import { project, RESPONSIBILITIES } from './testing.js';
import { LEADING_GROUP_EXAMPLES } from './group/examples.js';
import { FILE_EXAMPLES } from './file/examples.js';
import { MEASURE_EXAMPLES } from './measure/examples.js';
import { PROJECT_CODE_EXAMPLES } from './code/examples.js';
import { registered } from './project/examples.js';
import { GOVERNMENT_PLAN_EXAMPLES } from './government/examples.js';
import { OUTLINE_EXAMPLES } from './outline/examples.js';
import { PLAN_EXAMPLES } from './plan/examples.js';
import { POOL_EXAMPLES } from './pool/examples.js';
import { INITIAL_PROJECT } from './project/state.js';
import { authorize, mayRead, RIGHTS, ROLES } from './rights.js';
import { SUBSCRIBER_EXAMPLES } from './subscriber/examples.js';
import { UNIT_EXAMPLES } from './unit/examples.js';

const state = project
  .given(registered(), {
    type: 'ResponsibilitiesAssigned',
    data: { occurredOn: '2022-01-01', responsibilities: RESPONSIBILITIES },
  })
  .state();

/** The unit of each role that holds a place in the project. */
const UNIT: Readonly<Record<string, string>> = {
  REPORTER: 'builder',
  LEGAL_ENTITY: 'builder',
  RESPONSIBLE_UNIT: 'keeper',
  SECTOR_AUTHORITY: 'authority',
  SUPPORTING_UNIT: 'helper',
};
const streamOf = (type: string): string => {
  if (type in PLAN_EXAMPLES) return 'plan-2022';
  if (type in OUTLINE_EXAMPLES) return 'outline-rail';
  if (type in GOVERNMENT_PLAN_EXAMPLES) return 'government-plan-2022';
  if (type === 'AdoptPolicy') return 'policy-escalation';
  if (type in PROJECT_CODE_EXAMPLES) return 'code-1';
  if (type in LEADING_GROUP_EXAMPLES) return 'group-leading';
  if (type in POOL_EXAMPLES) return 'pool-1';
  if (type in FILE_EXAMPLES) return 'file-a138';
  if (type in MEASURE_EXAMPLES) return 'measure-1';
  if (type in SUBSCRIBER_EXAMPLES) return 'subscriber-someone';
  return type in UNIT_EXAMPLES ? 'unit-of-their-own' : 'project-p1';
};
const ofProject = (type: string) => streamOf(type) === 'project-p1';

const asked = (actor: Actor, type: string, of: unknown = state) => authorize(actor, { type }, of, streamOf(type));

const cells = Object.entries(RIGHTS).flatMap(([type, row]) =>
  [...ROLES, 'SYSTEM' as const].map((role) => ({ type, role, reach: row[role] })),
);

describe.each(cells)('$type by $role', ({ type, role, reach }) => {
  const unit = ofProject(type) ? (UNIT[role] ?? 'elsewhere') : 'of-their-own';
  const own: Actor = { id: 'someone', role, unit };

  if (reach === undefined)
    it('is refused', () => {
      expect(() => asked(own, type)).toThrow('ROLE_MAY_NOT');
    });
  else
    it('is allowed', () => {
      expect(() => asked(own, type)).not.toThrow();
    });

  if (reach === 'OWN' && streamOf(type) === 'subscriber-someone')
    it('is refused to another subscriber', () => {
      expect(() => asked({ ...own, id: 'another' }, type)).toThrow('SUBSCRIPTION_OF_OTHER');
    });

  if (reach === 'OWN' && streamOf(type) !== 'subscriber-someone')
    it('is refused to the unit of another project, to another place and to nobody', () => {
      const others = [...Object.values(UNIT), 'elsewhere', null].filter((unit) => unit !== own.unit);
      for (const unit of others) expect(() => asked({ ...own, unit }, type)).toThrow('UNIT_MAY_NOT');
    });

  if (reach === 'OWN' && ofProject(type))
    it('is refused while nobody holds the place', () => {
      expect(() => asked(own, type, project.given(registered()).state())).toThrow('UNIT_MAY_NOT');
    });

  if (reach === 'OWN' && ofProject(type))
    it('needs a project', () => {
      expect(() => asked(own, type, INITIAL_PROJECT)).toThrow('UNKNOWN_PROJECT');
    });

  if (reach === 'DISTRICT')
    it('is allowed whatever the unit', () => {
      for (const unit of ['elsewhere', null]) expect(() => asked({ ...own, unit }, type)).not.toThrow();
    });
});

describe('whatever is not in the table', () => {
  const known = [...ROLES, 'SYSTEM'] as string[];
  const word = fc.oneof(fc.string(), fc.constantFrom('toString', '__proto__', 'constructor', 'hasOwnProperty'));

  it('is denied to any role', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), word, (role, type) => {
        fc.pre(!Object.hasOwn(RIGHTS, type));
        expect(() => asked({ id: 'someone', role, unit: 'builder' }, type)).toThrow('ROLE_MAY_NOT');
      }),
    );
  });

  it('is denied for any command', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...Object.keys(RIGHTS)), (role, type) => {
        fc.pre(!known.includes(role));
        expect(() => asked({ id: 'someone', role, unit: 'builder' }, type)).toThrow('ROLE_MAY_NOT');
      }),
    );
  });
});

describe('who holds a place', () => {
  it('changes with the responsibilities', () => {
    const moved = project
      .given(
        registered(),
        { type: 'ResponsibilitiesAssigned', data: { occurredOn: '2022-01-01', responsibilities: RESPONSIBILITIES } },
        {
          type: 'ResponsibilitiesAssigned',
          data: { occurredOn: '2022-05-01', responsibilities: { ...RESPONSIBILITIES, legalEntity: 'successor' } },
        },
      )
      .state();
    const by = (unit: string) => () => asked({ id: 'someone', role: 'LEGAL_ENTITY', unit }, 'SubmitReport', moved);
    expect(by('successor')).not.toThrow();
    expect(by('builder')).toThrow('UNIT_MAY_NOT');
  });
});

describe('reading', () => {
  it.each([...ROLES, 'SYSTEM', 'toString'])('by %s', (role) => {
    const denied = ['SUBSCRIBER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'SYSTEM', 'toString'];
    expect(mayRead(role)).toBe(!denied.includes(role));
  });
});
