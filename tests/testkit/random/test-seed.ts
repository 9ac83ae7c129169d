/**
 * The seed of a suite's random draws: `TEST_SEED`, or the same in every run, so that a failure comes from
 * the change under test and comes again. New seeds are drawn by the long runs (`npm run oracle`, `hostile`,
 * `faults`) and by hand: `TEST_SEED=$RANDOM npm test -- tests/oracle`.
 */
export const testSeed = Number(process.env.TEST_SEED ?? 20261129);
