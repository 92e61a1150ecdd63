DROP TABLE qualifications;
DROP TABLE brands;
