/** Where photos and videos are kept. */
export type MediaPlace =
  | { kind: 'directory'; path: string }
  | {
      kind: 's3';
      bucket: string;
      /** Before every key; empty or with a slash at its end. */
      prefix: string;
      region: string;
      /** Of a store that is not Amazon's. */
      endpoint: string | null;
      /** The bucket in the path, not in the host's name. */
      pathStyle: boolean;
    };

const known = new Set(['region', 'endpoint', 'path-style']);

/**
 * `file:///var/cairn/media`, or `s3://bucket/prefix?region=eu-west-1&endpoint=https://minio.example&path-style=true`.
 * @returns why it is none, as a text, where it cannot be read.
 */
export function mediaPlaceOf(text: string): MediaPlace | string {
  const url = URL.parse(text);
  if (url?.protocol === 'file:') {
    const path = decodeURIComponent(url.pathname);
    return url.host === '' && path.length > 1
      ? { kind: 'directory', path }
      : 'a file:// URL with a whole path';
  }
  if (url?.protocol !== 's3:' || url.hostname === '') return 'a file:///path or s3://bucket/prefix URL';
  const unknown = [...url.searchParams.keys()].filter(name => !known.has(name));
  if (unknown.length > 0) return `s3:// takes region, endpoint and path-style, not ${unknown.join(', ')}`;
  const endpoint = url.searchParams.get('endpoint');
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    return 'the endpoint is to be an http or https URL';
  }
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  return {
    kind: 's3',
    bucket: url.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    endpoint,
    pathStyle: url.searchParams.get('path-style') === 'true',
  };
}
