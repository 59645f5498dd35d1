import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { oc4idsPackage } from '#libs/contracts';
import { exampleDistrict } from '../../apps/cli/src/demo/district.js';
import { playedInMemory } from '../../apps/cli/src/demo/in-memory.js';
import { exampleYear } from '../../apps/cli/src/demo/year.js';
import { openProjectsAfter, whole } from '../open-data/played.js';

/** Whether a package of the example year is valid against the schemas of OC4IDS, published in the folder that is named. */
const [projectSchema, packageSchema] = ['project-schema.json', 'project-package-schema.json'].map(
  (name) => JSON.parse(readFileSync(join(process.argv[2]!, name), 'utf8')) as object,
);
// Codelists are named in keywords of the standard's own.
const ajv = new Ajv04.default({ allErrors: true, strict: false });
addFormats.default(ajv);
const isValid = ajv.addSchema(projectSchema!).compile(packageSchema!);

const { streams } = playedInMemory(exampleYear(exampleDistrict()).moments);
const projects = await openProjectsAfter(streams.values());
const publisher = { name: '示例区', prefix: 'oc4ids-example' };
const head = { uri: 'urn:taizhang:oc4ids:1', publishedDate: '2022-12-31T10:00:00+08:00', publisher };
const written = await whole((each) => oc4idsPackage(head, each), projects);
const valid = isValid(JSON.parse(written));
for (const { instancePath, message } of (isValid.errors ?? []).slice(0, 20))
  process.stderr.write(`${instancePath} ${message}\n`);
process.stdout.write(`${projects.length} projects are ${valid ? 'valid' : 'no'} OC4IDS\n`);
process.exitCode = valid ? 0 : 1;
