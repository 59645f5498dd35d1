import type { DomainEvent } from '#libs/event-sourcing/pure';
import { scenario } from '#libs/event-sourcing/testing';
import { SYSTEM } from '#libs/event-sourcing';
import { type PublicName, publicType } from './contract.js';
import { publicationDecider } from './publication.js';

const publication = scenario(publicationDecider, {
  ...{ stream: 'public-p1', now: '2022-05-16T02:00:00.000Z', actor: SYSTEM },
});
const told = (name: PublicName, data: object): DomainEvent => ({ type: publicType(name), data });
const assigned = told('project.responsibilities-assigned', {
  ...{ responsibleUnit: 'keeper', legalEntity: 'builder', leadAuthority: null, supportingUnits: ['helper', 'keeper'] },
});
const completed = told('project.completed', { occurredOn: '2022-05-10' });
const unitsAfter = (...given: DomainEvent[]) => ({
  are: (...units: string[]) =>
    publication
      .given(...given)
      .when({ type: 'Publish', event: completed })
      .then({ ...completed, data: { ...completed.data, units } }),
});

describe('what is told of a project', () => {
  it('names no unit before any is known', () => unitsAfter().are());

  it('names each unit that holds a place, once', () => unitsAfter(assigned).are('keeper', 'builder', 'helper'));

  it('names those that it says itself', () => {
    publication
      .given()
      .when({ type: 'Publish', event: assigned })
      .then({ ...assigned, data: { ...assigned.data, units: ['keeper', 'builder', 'helper'] } });
  });

  it('follows changes, mergers and corrections', () => {
    unitsAfter(assigned, told('project.legal-entity-changed', { legalEntity: 'other' })).are(
      'keeper',
      'other',
      'helper',
    );
    unitsAfter(assigned, told('project.lead-authority-changed', { leadAuthority: 'lead' })).are(
      ...['keeper', 'builder', 'lead', 'helper'],
    );
    unitsAfter(assigned, told('project.unit-succeeded', { from: 'keeper', to: 'merged' })).are(
      ...['merged', 'builder', 'helper'],
    );
    const correction = { corrects: 'x', of: assigned.type, replacement: { ...assigned.data, legalEntity: null } };
    unitsAfter(assigned, told('project.fact-corrected', correction)).are('keeper', 'helper');
    unitsAfter(assigned, told('project.fact-corrected', { ...correction, replacement: null })).are(
      ...['keeper', 'builder', 'helper'],
    );
  });
});
