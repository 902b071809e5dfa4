import { createReadStream } from 'node:fs';
import { readFocusFile } from '/work/h-a/main/plugins/finops-backend/src/parse/readFocusFile';
import { parseFocusFile } from '/work/h-a/main/plugins/finops-backend/src/parse/parseFocusFile';
async function run(name: string, f: any, file: string) {
  const t = process.hrtime.bigint(); const c0=process.cpuUsage(); let lines=0, peak=0, items=0;
  const g = f(createReadStream(file,{highWaterMark:256*1024}), { currency:'USD', months:[], maxBytes:1e11 });
  let s: any;
  for(;;){ const n = await g.next(); if(n.done){ s=n.value; break; } lines+=n.value.lines.length; items+=n.value.items.length; peak=Math.max(peak, process.memoryUsage.rss()); }
  const sec = Number(process.hrtime.bigint()-t)/1e9; const c=process.cpuUsage(c0);
  console.log(name, lines, items, sec.toFixed(2)+'s', Math.round(lines/sec)+' rows/s', 'cpu', ((c.user+c.system)/1e6).toFixed(1), 'rss', Math.round(peak/1e6), s.verdict.conformance, s.verdict.failures.map((x:any)=>x.ruleId+' '+x.rows).slice(0,5));
}
(async()=>{ const file=process.argv[2]; if(process.argv[3]!=='w') await run('in-process', readFocusFile, file); if(process.argv[3]!=='p') await run('worker', parseFocusFile, file); })();
