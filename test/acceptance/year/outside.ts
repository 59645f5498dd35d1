import { office } from '../world.js';
import { copied, give, reserve, world } from './play.js';

/** Who follows from outside what was told of the year. */
export function outside(): void {
  describe('who follows from outside', () => {
    const types = ['project.registered', 'project.put-in-service'];
    const feed = () => world.get(`feed?project=${reserve.filed}`, { as: copied });

    it('sees what the grant names, and nothing once it is revoked', async () => {
      await world.restingEnd();
      await give(office, 'GrantSubscription', copied.subject, { types, units: null });
      const told = await feed();
      expect((told.body.events as { type: string }[]).map(({ type }) => type.split('.').slice(1, 3).join('.'))).toEqual(
        types,
      );
      const at = await give(copied, 'RegisterWebhook', copied.subject, { url: 'http://127.0.0.1:9/' });
      const path = `subscribers/${copied.subject}/webhooks`;
      const ifMatch = (await world.get(path, { as: copied })).headers.get('etag')!;
      await world.done(`${path}/${at}/change`, { url: 'http://127.0.0.1:9/other' }, { as: copied, ifMatch });
      for (const command of ['RotateWebhookSecret', 'PauseWebhook', 'ResumeWebhook', 'RemoveWebhook'])
        await give(copied, command, [copied.subject, at]);
      await give(office, 'RevokeSubscription', copied.subject, { reason: '系统停用' });
      expect(await feed()).toMatchObject({ status: 403, body: { title: 'NOT_GRANTED' } });
    });
  });
}
