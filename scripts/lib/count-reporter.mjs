import { writeFileSync } from 'node:fs';

/**
 * Counts the tests of one run of vitest into the file that TEST_COUNTS names, beside the reporter that people
 * read. A file that could not be loaded and an error outside of any test count as failed.
 */
export default class CountReporter {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) addModule(counts, module);
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }
}

function addModule(counts, module) {
  let failedTests = 0;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'failed') failedTests += 1;
    else if (state === 'passed') counts.passed += 1;
    else counts.skipped += 1;
  }
  // A hook that fails fails its module, with its tests skipped.
  counts.failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests;
}
