import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AskHandler, RUNTIME, SendHandler } from './bus.js';
import type { Runtime } from './runtime.js';

/** The two doors of every process: commands in, questions out. */
@Global()
@Module({})
export class BusModule {
  static with(runtime: Runtime): DynamicModule {
    return {
      module: BusModule,
      imports: [CqrsModule],
      providers: [{ provide: RUNTIME, useValue: runtime }, SendHandler, AskHandler],
      exports: [CqrsModule, RUNTIME],
    };
  }
}
