// Deciding together: schemes, topics, meetings, resolutions and what follows from them (mission B1–B6, B13).
import { deliberationFollowUpApi } from './deliberation-follow-up.ts'
import { deliberationMeetingsApi } from './deliberation-meetings.ts'
import { deliberationTopicsApi } from './deliberation-topics.ts'

export const deliberationApi = { ...deliberationTopicsApi, ...deliberationMeetingsApi, ...deliberationFollowUpApi }
