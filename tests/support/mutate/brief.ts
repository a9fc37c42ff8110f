// Thousands of made-up texts for each of thousands of mutants would take days: a property that has held so long holds.
import * as fc from 'fast-check';

fc.configureGlobal({ interruptAfterTimeLimit: 250, seed: 1 });
