import type { FileCommand } from './commands.js';
import type { FileEvent } from './events.js';

/** For the command of a file the plain case. */
export const FILE_EXAMPLES: { readonly EraseFile: { readonly command: FileCommand; readonly event: FileEvent } } = {
  EraseFile: {
    command: { type: 'EraseFile', reason: '扫描件含有个人信息' },
    event: { type: 'FileErased', data: { reason: '扫描件含有个人信息' } },
  },
};
