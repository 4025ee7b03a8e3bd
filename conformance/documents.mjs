// Ajv holds Event JSON against the schema: documents.mjs SCHEMA DOCUMENTS... Called by `documents`.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const [schema, ...paths] = process.argv.slice(2);
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, formats: { uint: true, uint8: true, uint16: true, uint32: true, uint64: true, double: true } });
addFormats(ajv);
const validate = ajv.compile(read(schema));
let wrong = 0;
for (const path of paths) {
  if (!validate(read(path))) {
    console.log(`${path}: ${ajv.errorsText(validate.errors)}`);
    wrong += 1;
  }
}
console.log(`documents: ${paths.length - wrong} of ${paths.length} are valid, says Ajv`);
process.exit(wrong ? 1 : 0);
