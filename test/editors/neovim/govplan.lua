local group = vim.api.nvim_create_augroup('govplan', {})
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = group,
  pattern = { '*.plan.yaml', '*.plan.yml' },
  callback = function(event)
    -- The workspace is the folder of the configuration; without one, the folder Neovim was started in.
    local marker = vim.fn.findfile('govplan.config.yaml', vim.fn.fnamemodify(event.match, ':p:h') .. ';')
    local server = {
      name = 'govplan',
      cmd = { 'govplan', 'lsp', '--stdio' },
      root_dir = marker ~= '' and vim.fn.fnamemodify(marker, ':p:h') or vim.fn.getcwd(),
      get_language_id = function() return 'governance-plan' end,
    }
    if vim.lsp.start then
      vim.lsp.start(server, { bufnr = event.buf })
      return
    end
    -- Neovim 0.7: one server a workspace has to be seen to by hand.
    for _, client in ipairs(vim.lsp.get_active_clients()) do
      if client.name == 'govplan' and client.config.root_dir == server.root_dir then
        vim.lsp.buf_attach_client(event.buf, client.id)
        return
      end
    end
    local id = vim.lsp.start_client(server)
    if id then vim.lsp.buf_attach_client(event.buf, id) end
  end,
})
