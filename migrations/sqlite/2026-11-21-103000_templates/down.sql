DROP TABLE product_templates;
