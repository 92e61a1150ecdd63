use label::*;
fn main(){ let n:u64=2_000_000; let mut x=88172645463325252u64; let mut rnd=move||{x^=x<<13;x^=x>>7;x^=x<<17;x};
 let texts:Vec<String>=(0..4096).map(|_| format!("https://id.tracewell.cn/01/06912345678904/10/LOT2511A007/21/{:015}",rnd()%1_000_000_000_000_000)).collect();
 let mut e=Encoder::new(Level::Medium); let t=std::time::Instant::now(); let mut s=0; for i in 0..n { s+=e.encode(&texts[(i&4095) as usize]).unwrap().mask() as u64; } println!("{s} {:.3} us",t.elapsed().as_secs_f64()/n as f64*1e6); }
