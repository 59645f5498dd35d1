import { scenario } from '#libs/event-sourcing/testing';
import { OFFICE, projectScene } from '../testing.js';
import { FILE_EXAMPLES } from './examples.js';
import { fileDecider } from './file.js';

const file = scenario(fileDecider, { stream: 'file-a138', now: projectScene.now, actor: OFFICE });
const { command, event } = FILE_EXAMPLES.EraseFile;

describe('a file', () => {
  it('is erased once', () => {
    file.given().when(command).then(event);
    file.given(event).when(command).thenNothing();
  });

  it('is erased for a reason that names nobody', () => {
    file
      .given()
      .when({ ...command, reason: '含13812345678' })
      .thenRefused('PERSONAL_DATA_IN_TEXT', { place: '/reason' });
  });
});
