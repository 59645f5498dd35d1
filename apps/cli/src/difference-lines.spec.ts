import { changesBetween } from '#libs/event-sourcing';
import { fieldLine } from './difference-lines.js';

it('a field that one side lacks is told from one that is null there', () => {
  const changes = changesBetween({ left: 1, emptied: 2 }, { new: '开工', emptied: null });
  expect(changes.map(fieldLine)).toEqual(['/left: 1 → —', '/emptied: 2 → null', '/new: — → "开工"']);
});
