-- ~/.config/nvim/lsp/icplint.lua, and vim.lsp.enable('icplint') in init.lua (Neovim 0.11 or newer)
return {
  cmd = { 'icplint', 'lsp' },
  filetypes = { 'terraform', 'terraform-vars', 'opentofu', 'opentofu-vars' },
  root_markers = { 'icplint.toml', 'filings.toml', '.git' },
  init_options = { lang = 'zh' }, -- en, or leave it out: the editor's language
}
