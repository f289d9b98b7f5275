// Channels: every way a matter reaches the district besides the app and the door code (mission A2, A4).
import { channelBoxesApi } from './channels-boxes.ts'
import { channelCluesApi } from './channels-clues.ts'
import { channelKnocksApi } from './channels-knocks.ts'
import { channelMeetingsApi } from './channels-meetings.ts'

export const channelsApi = {
  ...channelBoxesApi,
  ...channelMeetingsApi,
  ...channelKnocksApi,
  ...channelCluesApi,
}
