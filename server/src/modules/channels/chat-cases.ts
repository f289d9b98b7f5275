// Messages picked from a chat group become cases. The paste itself is never stored.
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import type { Cx } from '../../platform/cx.ts'
import { intakeCase } from '../cases/index.ts'
import { bodyName, briefOf, workPlace, type CaseBrief } from './place-of.ts'

/** @throws place.not-found, access.out-of-scope, case.no-place */
export const casesFromChat = async (
  cx: Cx,
  input: ParsedBody<(typeof channelsApi)['POST /api/channels/chats/cases']>,
): Promise<{ cases: CaseBrief[] }> => {
  const place = await workPlace(cx, input.placeId, 'channel.work')
  const made: CaseBrief[] = []
  for (const matter of input.matters) {
    const row = await intakeCase(
      cx,
      {
        placeId: place.id,
        words: matter.words,
        photos: [],
        hideName: false,
        ...(matter.kind === undefined ? {} : { kind: matter.kind }),
        ...(matter.placeNote === undefined ? {} : { placeNote: matter.placeNote }),
      },
      {
        channel: 'chatGroup',
        reporterId: null,
        filedBy: cx.actor.personId,
        behalf: null,
        organisationName: bodyName(cx),
      },
    )
    made.push(briefOf(row))
  }
  await cx.journal({
    action: 'chat.transcribe',
    sentence: `从微信群登记了${made.length}件诉求`,
    thing: { kind: 'place', id: place.id },
    after: { cases: made.map((one) => one.number) },
  })
  return { cases: made }
}
