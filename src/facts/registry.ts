import type { FactDefinition } from './fact.js';
import { availabilityFacts } from './families/availability.js';
import { cacheFacts } from './families/caches.js';
import { capacityFacts } from './families/capacity.js';
import { costFacts } from './families/cost.js';
import { errorBudgetFacts } from './families/error-budget.js';
import { fanOutFacts } from './families/fan-out.js';
import { freshnessFacts } from './families/freshness.js';
import { idFacts } from './families/ids.js';
import { limitFacts } from './families/limits.js';
import { logFacts } from './families/logs.js';
import { modelFacts } from './families/model.js';
import { poolFacts } from './families/pools.js';
import { queueFacts } from './families/queues.js';
import { quorumFacts } from './families/quorum.js';
import { recoveryFacts } from './families/recovery.js';
import { responseFacts } from './families/response.js';
import { retryFacts } from './families/retries.js';
import { rolloutFacts } from './families/rollout.js';
import { sharedFateFacts } from './families/shared-fate.js';
import { startupFacts } from './families/startup.js';
import { storageFacts } from './families/storage.js';
import { tenantFacts } from './families/tenants.js';
import { timeoutFacts } from './families/timeouts.js';
import { trafficFacts } from './families/traffic.js';

/** Every fact the product can compute, in the order they are shown. */
export const FACTS: readonly FactDefinition[] = [
  ...errorBudgetFacts,
  ...trafficFacts,
  ...capacityFacts,
  ...limitFacts,
  ...storageFacts,
  ...idFacts,
  ...poolFacts,
  ...retryFacts,
  ...timeoutFacts,
  ...fanOutFacts,
  ...availabilityFacts,
  ...startupFacts,
  ...sharedFateFacts,
  ...cacheFacts,
  ...freshnessFacts,
  ...queueFacts,
  ...recoveryFacts,
  ...quorumFacts,
  ...responseFacts,
  ...rolloutFacts,
  ...tenantFacts,
  ...modelFacts,
  ...logFacts,
  ...costFacts,
];
