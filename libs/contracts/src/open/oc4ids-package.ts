import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { OC4IDS_VERSION, oc4idsProject } from './oc4ids.js';
import { OC4IDS_PROJECT } from './oc4ids-schema.js';
import type { OpenProject } from './project.js';

/** Who publishes a package, and with which prefix the ids of its projects begin. */
export interface Publisher {
  readonly name: string;
  readonly prefix: string;
}

const ajv = new Ajv2020();
addFormats.default(ajv);
const isValid = ajv.compile(OC4IDS_PROJECT.json);

/**
 * A project package (OC4IDS 0.9.5) of these projects as JSON, a piece for each of them; nothing at all for no project,
 * since a package holds at least one. Throws, and so breaks off, at a project that is not as the schema says.
 */
export async function* oc4idsPackage(
  head: { readonly uri: string; readonly publishedDate: string; readonly publisher: Publisher },
  projects: AsyncIterable<OpenProject>,
): AsyncGenerator<string> {
  const { uri, publishedDate, publisher } = head;
  const { name, prefix } = publisher;
  const begin = JSON.stringify({ uri, version: OC4IDS_VERSION, publishedDate, publisher: { name } }).slice(0, -1);
  let ahead = `${begin},"projects":[\n`;
  for await (const each of projects) {
    const project = oc4idsProject(each, prefix);
    if (!isValid(project)) throw new Error(`project ${each.id} is no OC4IDS: ${ajv.errorsText(isValid.errors)}`);
    yield ahead + JSON.stringify(project);
    ahead = ',\n';
  }
  if (ahead === ',\n') yield '\n]}\n';
}
