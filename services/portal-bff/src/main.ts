import 'reflect-metadata';
import { run } from '@cairn/service-kit/bootstrap/run';
import { definition } from './definition.js';

await run(definition);
