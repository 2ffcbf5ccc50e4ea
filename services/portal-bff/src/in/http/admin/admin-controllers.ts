import { ActionsController } from './actions.controller.js';
import { AdjustmentsController } from './adjustments.controller.js';
import { AmbassadorReadsController } from './ambassador-reads.controller.js';
import { AmbassadorsController } from './ambassadors.controller.js';
import { AttributionReportController } from './attribution.controller.js';
import { BrandsController } from './brands.controller.js';
import { CampaignsController } from './campaigns.controller.js';
import { CodePoolsController } from './code-pools.controller.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { FulfilmentController } from './fulfilment.controller.js';
import { ImportController } from './import.controller.js';
import { KeysController } from './keys.controller.js';
import { ListsController } from './lists.controller.js';
import { MeController } from './me.controller.js';
import { MediaController } from './media.controller.js';
import { MembersController } from './members.controller.js';
import { MessagesController } from './messages.controller.js';
import { ProgramsController } from './programs.controller.js';
import { ReceiptsController } from './receipts.controller.js';
import { SeriesController } from './series.controller.js';
import { SeriesLifeController } from './series-life.controller.js';
import { SeriesPreviewsController } from './series-previews.controller.js';
import { ShopsController } from './shops.controller.js';
import { SubmissionsController } from './submissions.controller.js';

/** The whole admin API: what a walk over its routes begins with. */
export const adminControllers = [
  BrandsController,
  MeController,
  KeysController,
  MembersController,
  ProgramsController,
  ImportController,
  AmbassadorsController,
  AmbassadorReadsController,
  AdjustmentsController,
  ReceiptsController,
  AttributionReportController,
  SeriesController,
  SeriesLifeController,
  SeriesPreviewsController,
  ListsController,
  DeadLettersController,
  MessagesController,
  ActionsController,
  CampaignsController,
  CodePoolsController,
  FulfilmentController,
  ShopsController,
  SubmissionsController,
  MediaController,
];
