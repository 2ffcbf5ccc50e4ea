import { AmbassadorReadsController } from './ambassador-reads.controller.js';
import { AmbassadorsController } from './ambassadors.controller.js';
import { BrandsController } from './brands.controller.js';
import { ImportController } from './import.controller.js';
import { KeysController } from './keys.controller.js';
import { ListsController } from './lists.controller.js';
import { ProgramsController } from './programs.controller.js';
import { SeriesController } from './series.controller.js';

/** The whole admin API: what a walk over its routes begins with. */
export const adminControllers = [
  BrandsController,
  KeysController,
  ProgramsController,
  ImportController,
  AmbassadorsController,
  AmbassadorReadsController,
  SeriesController,
  ListsController,
];
