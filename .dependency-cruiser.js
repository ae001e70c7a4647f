import { cruiseOptions, forbidden } from './test/house/dependency-rules.js';

/** @type {import('dependency-cruiser').IConfiguration} */
export default { forbidden, options: { ...cruiseOptions, tsConfig: { fileName: 'tsconfig.json' } } };
