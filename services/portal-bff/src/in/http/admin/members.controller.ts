import {
  type CreateMember,
  createMember,
  type MemberItem,
  memberItem,
  type UpdateMember,
  updateMember,
} from '@cairn/contracts/http/member';
import { type PageQuery, pageQuery, pageOf as pageSchema } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { createMember as create } from '../../../app/members/create-member.js';
import { removeMember } from '../../../app/members/remove-member.js';
import { updateMember as update } from '../../../app/members/update-member.js';
import { listMembers, type Member } from '../../../out/postgres/members.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** Who may sign in to the admin UI (domain.md 6.1). */
@AdminController('members')
export class MembersController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post()
  @Needs('members')
  @Answers({ 201: memberItem }, { summary: 'Create a member', problems: ['duplicate_member'] })
  async create(@Body(zodPipe(createMember)) asked: CreateMember, @AdminCaller() caller: Caller) {
    const created = await this.commands.run(caller, sql => create(sql, caller, asked, this.clock()));
    return shown(created.body);
  }

  @Get()
  @Needs('members')
  @Answers({ 200: pageSchema(memberItem) }, { summary: 'List members' })
  async list(@Query(zodPipe(pageQuery)) { limit, cursor }: PageQuery, @AdminCaller() caller: Caller) {
    const before = decodeCursor(cursor, cursorKey);
    const members = await listMembers(onPool(this.db), caller.brandId, before, limit + 1);
    return pageOf(members, limit, shown, member => [member.createdAt, member.id]);
  }

  @Patch(':id')
  @Needs('members')
  @Answers({ 200: memberItem }, { summary: 'Update a member', problems: ['last_owner'] })
  async update(
    @Param('id', idParam('member')) id: string,
    @Body(zodPipe(updateMember)) asked: UpdateMember,
    @AdminCaller() caller: Caller,
  ) {
    const updated = await inTransaction(this.db, sql => update(sql, caller, id, asked, this.clock()));
    return shown(updated.body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('members')
  @Answers({ 204: null }, { summary: 'Remove a member', problems: ['last_owner'] })
  async remove(@Param('id', idParam('member')) id: string, @AdminCaller() caller: Caller) {
    await inTransaction(this.db, sql => removeMember(sql, caller, id, this.clock()));
  }
}

function shown({ id, name, email, role, createdAt }: Member): MemberItem {
  return { id, name, email, role, createdAt };
}
