//! Labels as their users see them, checked with code that is not ours: qrcodegen, the png and zip crates, resvg,
//! and the reader rqrr.

#[cfg(test)]
mod csv;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod datamatrix;
#[cfg(test)]
mod foreign;
#[cfg(test)]
mod labels;
#[cfg(test)]
mod logo;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod payload;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod readers;
#[cfg(test)]
mod sheets;
#[cfg(test)]
mod svg;
#[cfg(test)]
mod symbol;
#[cfg(test)]
mod zip;
