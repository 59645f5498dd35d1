import TestSequencer from '@jest/test-sequencer';

/** Folders whose files take minutes: begun last they would leave one worker alone with them at the end. */
const LONG = ['/test/faults/', '/test/acceptance/', '/test/deadlines/'];

const rankOf = ({ path }) => [...LONG, ''].findIndex((folder) => path.includes(folder));

/** Those files first, all others in the order that jest gives them. */
export default class LongFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
