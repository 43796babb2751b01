import { afterAll } from 'vitest';
import { deleteTables } from './dynamo.ts';

/** A set-up file, which runs for every test file: the tables of the file end with it, however long that takes. */
afterAll(deleteTables, Number.POSITIVE_INFINITY);
