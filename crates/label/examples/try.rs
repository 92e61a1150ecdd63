use label::*;
use std::time::Instant;
use qrcodegen::*;
fn segs(text:&str,v:u8)->Vec<QrSegment>{ segments(text,v).into_iter().map(|s| match s.mode { Mode::Numeric=>QrSegment::make_numeric(s.text),Mode::Alphanumeric=>QrSegment::make_alphanumeric(s.text),Mode::Byte=>QrSegment::make_bytes(s.text.as_bytes())}).collect() }
fn main(){
  let n:u64=std::env::args().nth(1).map(|s|s.parse().unwrap()).unwrap_or(20000);
  let mut x=88172645463325252u64; let mut rnd=move||{x^=x<<13;x^=x>>7;x^=x<<17;x};
  for level in Level::ALL { 
    let texts:Vec<String>=(0..n).map(|_| format!("https://id.tracewell.cn/01/06912345678904/10/LOT2511A007/21/{:015}",rnd()%1_000_000_000_000_000)).collect();
    let mut e=Encoder::new(level); e.encode(&texts[0]).unwrap();
    let t=Instant::now(); let mut s=0usize; for t in &texts { let y=e.encode(t).unwrap(); s+=y.mask() as usize; } let a=t.elapsed().as_secs_f64()/n as f64*1e6;
    let t=Instant::now(); for t in &texts { s+=Symbol::encode(t,level).unwrap().mask() as usize; } let b=t.elapsed().as_secs_f64()/n as f64*1e6;
    let t=Instant::now(); for t in texts.iter().take(500) { s+=QrCode::encode_segments_advanced(&segs(t,5),level_q(level),Version::MIN,Version::MAX,None,true).unwrap().mask().value() as usize; } let c=t.elapsed().as_secs_f64()/500.0*1e6;
    println!("{level:?} v{} encoder {a:.2} us, fresh {b:.2} us, qrcodegen {c:.1} us  x{:.1} x{:.1} {s}", e.encode(&texts[0]).unwrap().version(), c/a, c/b);
    let mut diff=0; for t in texts.iter().take(2000) { let y=e.encode(t).unwrap(); let q=QrCode::encode_segments_advanced(&segs(t,y.version()),level_q(level),Version::MIN,Version::MAX,None,true).unwrap(); let same=q.mask().value()==y.mask() && q.size() as usize==y.size() && (0..y.size()).all(|j|(0..y.size()).all(|i| y.is_dark(i,j)==q.get_module(i as i32,j as i32))); if !same {println!("{t} ours {} theirs {}", y.mask(), q.mask().value()); for k in 0..8 { let q=QrCode::encode_segments_advanced(&segs(t,y.version()),level_q(level),Version::MIN,Version::MAX,Some(qrcodegen::Mask::new(k)),true).unwrap(); println!("{k} {:?}", pen(&q)); } } diff+=!same as u32; }
    println!("diff {diff}");
  }
}
fn level_q(l:Level)->QrCodeEcc { [QrCodeEcc::Low,QrCodeEcc::Medium,QrCodeEcc::Quartile,QrCodeEcc::High][l as usize] }

fn pen(q:&QrCode)->(i32,i32,i32,i32,i32,i32){ let n=q.size(); let mut n1=[0;2]; let mut big=0; let mut f1=0; 
 for dir in 0..2 { for y in 0..n { let at=|x:i32| if dir==0 {q.get_module(x,y)} else {q.get_module(y,x)};
   let mut runs=vec![]; let mut c=false; let mut l=0; for x in 0..n { if at(x)==c {l+=1} else { runs.push(l); c=!c; l=1; } } runs.push(l); 
   for &r in &runs { if r>=5 { n1[dir as usize]+=r-2; } }
   runs[0]+=n; if c { runs.push(n) } else { *runs.last_mut().unwrap()+=n; }
   let mut i=0; while i+7<=runs.len() { let w=&runs[i..i+7]; let u=w[1]; if w[2]==u&&w[3]==3*u&&w[4]==u&&w[5]==u { let c=(w[0]>=4*u&&w[6]>=u) as i32+(w[6]>=4*u&&w[0]>=u) as i32; if u==1 {f1+=c} else {big+=c; println!("big u={u} dir {dir} line {y} {runs:?}");} } i+=2; } } }
 let mut b=0; for y in 0..n-1 { for x in 0..n-1 { let c=q.get_module(x,y); if c==q.get_module(x+1,y)&&c==q.get_module(x,y+1)&&c==q.get_module(x+1,y+1) {b+=1;} } }
 let mut d=0; for y in 0..n { for x in 0..n { d+=q.get_module(x,y) as i32; } }
 let k=((d*20-n*n*10).abs()+n*n-1)/(n*n)-1;
 (n1[0]+n1[1],b*3,40*f1,40*big,10*k, n1[0]+n1[1]+3*b+40*(f1+big)+10*k) }
