/** What honest visitors and programs send: our own rules must let each through. */
const PATHS = `/ /index.html /about /about/team /contact-us /favicon.ico /robots.txt /sitemap.xml /.well-known/security.txt /.well-known/acme-challenge/Xy_1-2
/.well-known/openid-configuration /health /healthz /ready /actuator/health /metrics /status /api/v1/status /assets/app.3f2a1b.js /assets/app.css.map
/static/fonts/inter-var.woff2 /images/hero@2x.png /images/2026/11/team-photo.webp /downloads/manual.pdf /downloads/release-2.4.1.tar.gz /media/intro.mp4
/blog/2026/11/how-we-use-php /blog/docker-compose-tips /blog/what-is-.env-for /docs/admin/ /docs/git/branching /docs/console /docs/environment /en-GB/products
/products/42 /products/42/reviews /users/5f3a7c1e-9f0b-4c55-8d2f-0a1b2c3d4e5f /users/me /users/o%27brien /teams/r%26d /files/report%20final%20(2).xlsx
/caf%C3%A9/men%C3%BC /%E6%97%A5%E6%9C%AC%E8%AA%9E /search /login /logout /oauth2/authorize /oauth2/token /signup/confirm /admin /administration /account/settings
/shop/cart /shop/checkout/step-2 /environment /gitlab-import /backup-codes /database/migrations-guide /sql-tutorial /manager /console /api/v2/orders
/api/v2/orders/2026-11-25T10:00:00Z /api/v2/orders/1,2,3 /api/v3/items/$count /api/v1/geo/48.2082,16.3738 /api/v1/keys/public.pem/usage /v1/chat/completions
/graphql /socket.io/ /ws /events/stream /calendar.ics /feed.xml /rss /manifest.webmanifest /service-worker.js /apple-touch-icon.png /browserconfig.xml
/wiki/C++ /wiki/C%23 /wiki/Path_traversal /wiki/Server-side_request_forgery /pricing /careers/jobs/senior-php-developer /p/aspx-to-core /tags/jsp`.split(/\s+/);

const QUERIES = `q=hello+world q=O%27Reilly q=rock+%27n%27+roll q=%22exact+phrase%22 q=it%27s+9+o%27clock q=drop+table+lamp q=select+a+union+representative
q=union+of+concerned+scientists q=cats+and+dogs q=black+or+white q=5+%3E+3 q=a%3Cb q=1+%2B+1+%3D+2 q=C%2B%2B q=50%25+off q=%F0%9F%98%80 q=%E2%82%AC100
q=na%C3%AFve+caf%C3%A9 q=%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82 q=%E4%BD%A0%E5%A5%BD q=script+writing+course q=javascript+tutorial q=java+script:+the+basics
q=how+to+sleep+better q=benchmark+results q=cat+food q=who+am+i q=ping+pong+table q=id+card q=curl+hair q=etc+and+so+on q=what+is+/etc q=and+..+more q=wait...
page=2&sort=-created_at filter[status]=open filter[name]=ann&page[size]=20 ids=1,2,3 range=10..20 from=2026-01-01&to=2026-12-31 fields=id,name,price
redirect=/account/settings return_to=https%3A%2F%2Fwww.example.com%2Fwelcome%3Fa%3D1%26b%3D2 callback=https://app.example.com/cb url=https://example.com/a.png
utm_source=newsletter&utm_medium=email&utm_campaign=black-friday gclid=EAIaIQobChMI_v-x token=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl
state=af0ifjsldkj&code=SplxlOBeZQQYbYS6WxSbIA email=first.last%2Btag%40example.com phone=%2B353+1+555+0100 color=%23ff0000 lat=48.2&lng=16.37 v=1.2.3 t=1764064800
price[gte]=10&price[lte]=50 expand=items.product $filter=price%20lt%2010 $top=10&$skip=20 cursor=bGFzdF9pZD00Mg== X-Amz-Signature=abc123&X-Amz-Expires=300
class=economy class=business&seats=2 module=billing template=%7Bname%7D math=7*7 expr=%28a%2Bb%29%2Fc regex=%5Ea.*z%24 file=report.pdf file=2026/11/report.pdf
name=Jean-Luc%20Picard address=12%20Main%20St.%20%231 note=cost%3A%20%245%20%7B5%20each%7D size=10%27%206%22 title=Tom%20%26%20Jerry title=Q%26A lang=en;q=0.9`.split(
  /\s+/,
);

const JSON_BODIES = [
  { name: "O'Brien", email: 'o.brien@example.com' },
  { title: 'Select the best union contract', body: 'Workers or employers? It\'s "complicated" -- really.' },
  { comment: 'I love <3 this & that; see you at 5 > 4' },
  { message: 'Line one\nLine two\n\tindented; and more' },
  { query: 'query Me($id: ID!) { user(id: $id) { name orders(first: 10) { edges { node { total } } } } }', variables: { id: '42' } },
  { query: 'mutation { addItem(input: {name: "Caf\u00e9", price: 3.5}) { id } }' },
  { query: 'subscription OnEvent { event { __typename at } }' },
  { query: '{ __schema { types { name } } }' },
  { price: { amount: 12.5, currency: 'EUR' }, quantity: 3, $schema: 'https://example.com/order.json' },
  { type: 'invoice.paid', data: { object: { id: 'in_1', amount_paid: 1999, lines: [] } }, livemode: true },
  { action: 'opened', pull_request: { title: "Fix: don't drop the table header", body: 'Run `npm ci` first.\n```\nnpm test\n```' } },
  { text: 'Price: $5 {each} or $20 for {all}' },
  { html: '<p>Hello <b>world</b></p>' },
  { url: 'https://hooks.example.com/services/T000/B000', events: ['push'] },
  { callback: 'http://10.0.0.5.example.com/', timeout: 30 },
  { ip: '169.254.1.1', host: 'printer.local' },
  { path: '/var/data/report.csv', glob: '**/*.ts' },
  { template: 'Dear {{name}}, your code is {{code}}' },
  { formula: '=SUM(A1:A10)*2', cell: 'B7' },
  { filename: 'holiday.php-meetup.jpg', bytes: 12345 },
  { q: '日本語のテキスト', emoji: '😀👍' },
  { password: 'p@ss\'w0rd"--;' + '<>{}[]' },
  { note: 'Use the id command and the cat command; they are safe' },
  { sleep: 8, mood: 'and happy', benchmark: 'gold' },
  { script: 'main.js', object: 'vase', base: 'top' },
].map((body) => JSON.stringify(body));

const AGENT = 'user-agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const JWT = 'authorization: Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiI0MiIsImF1ZCI6ImFwaSJ9.Zm9vLWJhcl9iYXo';
const upload = (name: string, content: string) =>
  `POST /api/v1/files\n${AGENT}\ncontent-type: multipart/form-data; boundary=b\n\n--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n--b--`;

export const NORMAL: readonly string[] = [
  ...PATHS.map((path) => `GET ${path}\n${AGENT}\naccept: text/html,*/*;q=0.8\naccept-language: de-AT,de;q=0.9,en;q=0.8`),
  ...QUERIES.map((query) => `GET /search?${query}\n${AGENT}\ncookie: session=5f3a7c1e; theme=dark; consent={"ads":false,"stats":true}; _ga=GA1.2.3.4`),
  ...JSON_BODIES.map(
    (body, index) =>
      `${index % 3 ? 'POST' : 'PUT'} /api/v1/things\n${AGENT}\n${JWT}\ncontent-type: application/json\ncontent-length: ${body.length}\n\n${body}`,
  ),
  ...['report.pdf', 'Über uns (final).docx', "Ann's photo.jpeg", 'archive.tar.gz', 'notes..final.txt', 'index.php.md', 'data;v2.csv', '写真.png'].map((name) =>
    upload(name, 'binary \u0001\u0002'),
  ),
  `POST /login\n${AGENT}\ncontent-type: application/x-www-form-urlencoded\n\nusername=o%27hara&password=p%40ss%3Bw0rd%26more&remember=on`,
  `POST /webhooks/stripe\nuser-agent: Stripe/1.0\nstripe-signature: t=1764064800,v1=5257a869e7\n\n{"id":"evt_1","object":"event"}`,
  `POST /api/v1/stream\n${AGENT}\ntransfer-encoding: chunked\n\nchunk`,
  `OPTIONS /api/v1/things\norigin: https://app.example.com\naccess-control-request-method: PUT`,
  `DELETE /api/v1/things/42\n${JWT}`,
  `PATCH /api/v1/things/42\n${JWT}\ncontent-type: application/json-patch+json\n\n[{"op":"replace","path":"/name","value":"x"}]`,
  `HEAD /\nuser-agent: ELB-HealthChecker/2.0`,
  `GET /\nuser-agent: curl/8.9.1`,
];
