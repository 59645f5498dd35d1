import { idOf, type Recorded } from '#libs/event-sourcing';
import { type BulletinEvent, planStream, yearOf } from '#libs/domain';
import type { Echo } from './echo.js';

/** The year's plan learns that a bulletin was issued, and from the plan the projects do. */
export function echoOfIssue({ stream, data }: Recorded<Extract<BulletinEvent, { type: 'BulletinIssued' }>>): Echo {
  const { month } = data;
  return { stream: planStream(yearOf(month)), command: { type: 'NoteBulletin', month, bulletin: idOf(stream) } };
}
