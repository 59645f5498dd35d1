import * as s from '../schema.js';

const oneOrMore = <T>(of: s.Schema<T>): s.Schema<readonly T[]> => ({
  json: { ...s.list(of).json, minItems: 1, uniqueItems: true },
});

const money = s.all({ amount: s.said('In 元, from whole 分.', s.decimal), currency: s.said('ISO 4217', s.text) });
const span = s.either({}, { startDate: s.instant, endDate: s.instant });
const unitNamed = s.either({ id: s.said('Id of the unit.', s.text) }, { name: s.text });
const observed = s.all({
  id: s.said('Year or month.', s.text),
  period: s.all({ startDate: s.instant, endDate: s.instant }),
  value: money,
});
const progress = s.all({ id: s.choice(['financialProgress']), title: s.text, observations: oneOrMore(observed) });

/** What is said of a project in OC4IDS 0.9.5: a part of that standard's project schema, and no more than this part. */
export const OC4IDS_PROJECT = s.either(
  { id: s.said('Prefix of the publisher, and the id of the project.', s.text) },
  {
    identifiers: s.said('项目代码', oneOrMore(s.all({ id: s.text, scheme: s.choice(['项目代码']) }))),
    title: s.said('Its name.', s.text),
    status: s.said(
      'See below.',
      s.choice(['identification', 'preparation', 'implementation', 'completion', 'maintenance', 'cancelled']),
    ),
    suspended: s.said('停工, for which the standard has no code; a field of our own.', s.boolean),
    type: s.said('From 建设性质.', s.choice(['construction', 'expansion', 'rehabilitation'])),
    sector: s.said('From the code of its sector, see below.', oneOrMore(s.text)),
    additionalClassifications: s.said(
      'Sector and 投资类型 in our own codes.',
      oneOrMore(s.all({ scheme: s.choice(['taizhang-sector', 'taizhang-investment-type']), id: s.text })),
    ),
    locations: s.said(
      'The one town whose project it is.',
      oneOrMore(s.all({ id: s.choice(['town']), address: s.all({ locality: s.text }) })),
    ),
    budget: s.said('Total investment.', s.all({ amount: money })),
    period: s.said('From planned start to planned end of the works, or their actual days.', span),
    identificationPeriod: s.said('谋划 and 储备.', span),
    preparationPeriod: s.said('前期 and 计划新开工.', span),
    implementationPeriod: s.said('在建 and 停工.', span),
    completionPeriod: s.said('竣工, until it is in use.', span),
    maintenancePeriod: s.said('投用.', span),
    completion: s.said('The day of acceptance.', s.all({ endDate: s.instant })),
    publicAuthority: s.said('项目法人', unitNamed),
    parties: s.said(
      'Every unit that holds a place; beside the role publicAuthority our own.',
      oneOrMore(
        s.either(
          {
            id: s.text,
            roles: oneOrMore(s.choice(['publicAuthority', 'responsibleUnit', 'leadAuthority', 'supportingUnit'])),
          },
          { name: s.text },
        ),
      ),
    ),
    milestones: s.said(
      'The schedule as it stands.',
      oneOrMore(
        s.either(
          { id: s.text, title: s.text, type: s.choice(['delivery']), status: s.choice(['scheduled', 'met']) },
          { code: s.choice(['commencement', 'completion', 'commissioning']), dueDate: s.instant, dateMet: s.instant },
        ),
      ),
    ),
    forecasts: s.said('年度计划投资 of each year’s plan.', oneOrMore(progress)),
    metrics: s.said('Accepted investment of each month.', oneOrMore(progress)),
  },
);

export type Oc4idsProject = s.Allowed<typeof OC4IDS_PROJECT>;
