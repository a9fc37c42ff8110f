// The least page of an extension that checks a draft with harper.js: one box, one answer.
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

const linter = new LocalLinter({ binary });
await linter.setup();
const lints = await linter.lint('You must to calm down, it are not our fault.');
performance.mark('words');
document.body.append(`${lints.length} lints`);
