import { leadTimesOf } from './lead-times.js';

const raised = { raisedOn: '2022-05-10', raisedAt: '2022-05-15T16:30:00.000Z', coordinatedOn: null, resolvedAt: null };

describe('lead times', () => {
  it('count days as they are in Shanghai, from when it was raised', () => {
    expect(leadTimesOf(raised)).toEqual({ discovery: 6, coordination: null, resolution: null });
    expect(leadTimesOf({ ...raised, coordinatedOn: '2022-05-20', resolvedAt: '2022-06-01T15:59:59.999Z' })).toEqual({
      discovery: 6,
      coordination: 4,
      resolution: 16,
    });
  });

  it('are none where it was coordinated before it was raised', () => {
    expect(leadTimesOf({ ...raised, coordinatedOn: '2022-05-12' })).toMatchObject({ coordination: 0 });
  });
});
