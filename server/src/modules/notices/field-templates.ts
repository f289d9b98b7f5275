// What people are told of work in the field: patrols, joint operations, emergencies.
import { to, type DefaultTemplate } from './template-shape.ts'

export const toField: readonly DefaultTemplate[] = [
  to(
    'person',
    'patrol.called',
    ['联合巡查：{route}', '{day}，{aim}。请带人参加，手机上可以查看路线。'],
    ['Joint sweep: {route}', '{day}: {aim}. Please come with your people; the route is on your phone.'],
    true,
    ['route', 'day', 'aim'],
  ),
  to(
    'person',
    'patrol.missed',
    ['漏巡：{route}', '{day} 的巡查没有完成，走了 {checked} 个点，共 {points} 个。'],
    ['Missed patrol: {route}', '{day}: not finished, {checked} of {points} points were walked.'],
    false,
    ['route', 'day', 'checked', 'points'],
  ),
  to(
    'person',
    'operation.planned',
    ['联合执法：{name}', '{day}，{place}。{task}'],
    ['Joint operation: {name}', '{day}, {place}. {task}'],
    true,
    ['name', 'day', 'place', 'task'],
  ),
  to(
    'person',
    'emergency.begun',
    ['{area}进入应急状态', '{name}。{reason} 诉求按应急时限办理。'],
    ['{area}: emergency mode', '{name}. {reason} Cases follow emergency deadlines.'],
    true,
    ['area', 'name', 'reason'],
  ),
  to(
    'person',
    'emergency.called',
    ['应急召集：{name}', '{words} 请回复能否到岗、几时到。'],
    ['Emergency call: {name}', '{words} Please answer whether you come, and when.'],
    true,
    ['name', 'words'],
  ),
  to(
    'person',
    'emergency.assigned',
    ['应急任务：{name}', '{place}，{count} 户。请在手机上逐户登记。'],
    ['Emergency tasks: {name}', '{place}: {count} homes. Please note each on your phone.'],
    false,
    ['name', 'place', 'count'],
  ),
  to(
    'person',
    'emergency.requestDone',
    ['您的申请已办理', '{home}：{words}'],
    ['Your request was dealt with', '{home}: {words}'],
    false,
    ['home', 'words'],
  ),
  to(
    'person',
    'emergency.ended',
    ['{area}应急结束', '{name}已结束，恢复平时的时限和服务。'],
    ['{area}: emergency over', '{name} has ended; ordinary deadlines and services apply again.'],
    false,
    ['area', 'name'],
  ),
]
